"""The content as frozen values: what a file may say, field by field, in the field's own terms."""

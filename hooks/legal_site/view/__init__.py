"""Content as one version shows it: texts chosen, citations printed, links made. No markup."""

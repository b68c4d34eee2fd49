// The wording at this lasting address is the current one: go to the article, keeping the paragraph.
location.replace(document.querySelector("link[rel=canonical]").getAttribute("href") + location.hash);

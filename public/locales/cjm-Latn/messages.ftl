# Eastern Cham (Latin script): nothing yet. No word that is the whole of a message was found in a published source in this spelling, and nothing was
# invented. Until a speaker adds words here, all is shown in Vietnamese. What is known: manifest.json.

"""Views: from the exhibit to the values that pages print, a folder for each subject; nothing here is HTML."""

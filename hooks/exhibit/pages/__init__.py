"""Pages: views become pages of text through the templates."""

"""What comes in from elsewhere: goals from the spreadsheet that an organisation already has, messy as it may be."""

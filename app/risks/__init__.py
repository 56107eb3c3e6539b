"""What a goal does to the work environment: dated assessments of gains and strains, made by both sides."""

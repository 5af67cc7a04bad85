"""The epochs of finished trainings."""

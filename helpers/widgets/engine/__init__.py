"""What all explorers share: the stage, the controls, the clock, the lifetime of what a cell made."""

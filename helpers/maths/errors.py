"""What is wrong with a value, in words that can be translated."""


class InputError(ValueError):
    """A ValueError whose text is a template and its values: ``InputError("no index {index}", index=7)``.

    ``str`` gives the English sentence; a widget puts ``template`` into its own language first.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template, self.values = template, values
        super().__init__(template.format(**values))

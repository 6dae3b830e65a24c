/// Everything a program that reads and writes X12 needs, with one import.
@_exported public import X12Acknowledgements
@_exported public import X12Diagnostics
@_exported public import X12Grammar
@_exported public import X12Models
@_exported public import X12Parser
@_exported public import X12Rules
@_exported public import X12Specs
@_exported public import X12Tables
@_exported public import X12Text
@_exported public import X12Validation

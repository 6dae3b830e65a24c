/// What was looked for, or why it was not found.
enum Found<Value> {
    case one(Value)
    case none(UnmatchedAnswer.Reason)
}

package dev.retort.migration;

/**
 * Finds the line of a class that is at work.
 *
 * @param className the class; those inside it and its lambdas count too
 */
record CodeLines(String className) {

    private static final StackWalker STACK = StackWalker.getInstance();

    /** Give the line that calls, or 0 where it is not known. */
    int calling() {
        return STACK.walk(frames -> frames.filter(frame -> frame.getClassName().equals(className)
                        || frame.getClassName().startsWith(className + "$"))
                .mapToInt(StackWalker.StackFrame::getLineNumber)
                .findFirst()
                .orElse(0));
    }
}

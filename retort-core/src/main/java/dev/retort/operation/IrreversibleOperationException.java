package dev.retort.operation;

import dev.retort.RetortException;

/** Says that an operation cannot be taken back, because what was there before is not known. */
public final class IrreversibleOperationException extends RetortException {

    private static final long serialVersionUID = 1L;

    IrreversibleOperationException(String message, String hint) {
        super(message, hint);
    }
}

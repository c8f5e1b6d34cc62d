package org.acides.hiboo.infrastructure.start;

/** Something that only the operator can put right. Its message is one line that says what is wrong and what to do. */
public class CannotStart extends RuntimeException {

    public CannotStart(String line) {
        super(line);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}

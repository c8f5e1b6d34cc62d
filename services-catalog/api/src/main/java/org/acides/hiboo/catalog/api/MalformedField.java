package org.acides.hiboo.catalog.api;

/** A value that a form must send back: which field, and what it takes. */
public final class MalformedField extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the record component that is wrong; screens word it under {@code malformed.<field>}
     * @param takes what it takes, in English, for whoever reads a log
     */
    public MalformedField(String field, String takes) {
        super(field + ": " + takes);
        this.field = field;
    }

    public String field() {
        return field;
    }
}

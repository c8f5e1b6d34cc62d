package org.acides.hiboo.infrastructure.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the line of a {@link CannotStart} in place of the stack traces that lead to it. Found by Boot in spring.factories. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLineReporter implements SpringBootExceptionReporter {

    /** The signature that Boot asks for. */
    OneLineReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                System.err.println("hiboo: " + known.getMessage());
                return true;
            }
        }
        return false;
    }
}

package org.acides.hiboo.infrastructure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored for ever, independent of its class. Every event record carries one; the
 * event store refuses an event without.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {

    /** Context, a dot, then the fact in kebab case: {@code identity.account-registered}. At most 100 characters. */
    String value();

    /** Starts at 0 and grows by one whenever the payload's shape changes; each step needs an upcaster. */
    int revision() default 0;
}

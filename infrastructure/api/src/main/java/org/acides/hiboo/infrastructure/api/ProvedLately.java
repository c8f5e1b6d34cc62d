package org.acides.hiboo.infrastructure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that an intruder at an open browser must not give: one that hands out power, opens a door, shuts somebody
 * out or cannot be undone. It is refused with {@code authentication.stale} to a person who did not prove within {@code
 * hiboo.session.fresh}, with more than one factor, who they are; see {@link Actor#proved()}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProvedLately {}

package org.acides.hiboo.captcha.api.queries;

import java.time.Instant;

/** A difficulty that came into force. @param passesAMinute what made it so; 0 when a person did */
public record DifficultyPoint(Instant at, int difficulty, long passesAMinute) {}

package org.acides.hiboo.infrastructure.sealing;

/**
 * A key as it lies in a table.
 *
 * @param masterKey which master key opens it: 16 hex digits
 * @param box the key, closed
 */
public record Wrapped(String masterKey, byte[] box) {}

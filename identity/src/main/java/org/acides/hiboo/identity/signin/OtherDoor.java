package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.api.UpstreamId;

/**
 * Another provider that members may sign in by.
 *
 * @param name what it is called
 */
public record OtherDoor(UpstreamId id, String name) {}

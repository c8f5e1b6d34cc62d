package org.acides.hiboo.identity.api.queries;

/** Every community that accounts are exchanged with, by address; answers {@link CommunityRow}. */
public record FindCommunities() {}

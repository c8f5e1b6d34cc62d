package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.GroupId;

/** @param members how many accounts are in it */
public record GroupRow(GroupId groupId, String name, int members) {}

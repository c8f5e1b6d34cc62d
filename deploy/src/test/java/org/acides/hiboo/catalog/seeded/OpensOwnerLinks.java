package org.acides.hiboo.catalog.seeded;

/** Wrong on purpose: the name of the key that owner tags are made with. */
public class OpensOwnerLinks {

    public String key() {
        return "identity.owner-link";
    }
}

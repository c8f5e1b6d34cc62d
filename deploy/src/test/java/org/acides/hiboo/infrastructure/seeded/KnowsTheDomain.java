package org.acides.hiboo.infrastructure.seeded;

/** Wrong on purpose: infrastructure that knows who uses it. */
public class KnowsTheDomain {

    public String schema() {
        return "identity";
    }
}

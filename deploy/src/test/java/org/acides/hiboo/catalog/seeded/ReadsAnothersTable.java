package org.acides.hiboo.catalog.seeded;

/** Wrong on purpose: another context's table. */
public class ReadsAnothersTable {

    public String sql(String column) {
        return "select " + column + " from identity.account where id = ?";
    }
}

package org.acides.hiboo.captcha.api.queries;

import org.acides.hiboo.captcha.api.SiteId;

/**
 * How hard a site is pressed.
 *
 * @param difficulty in force now
 * @param least that it has in calm times
 * @param most that an attack may raise it to
 * @param challenges posed in the time that was asked about; passes and failures as in {@link PressurePoint}
 */
public record SitePressureRow(
        SiteId siteId,
        String name,
        boolean retired,
        int difficulty,
        int least,
        int most,
        long challenges,
        long passes,
        long failures) {

    /** Whether passes raised the difficulty above what it is in calm times. */
    public boolean attacked() {
        return !retired && difficulty > least;
    }
}

package org.acides.hiboo.captcha.site;

import java.io.IOException;
import java.util.List;
import org.acides.hiboo.captcha.api.events.DifficultyLowered;
import org.acides.hiboo.captcha.api.events.DifficultyRaised;
import org.acides.hiboo.captcha.api.events.QuestionWithdrawn;
import org.acides.hiboo.captcha.api.events.QuestionWritten;
import org.acides.hiboo.captcha.api.events.SiteConfigured;
import org.acides.hiboo.captcha.api.events.SiteRegistered;
import org.acides.hiboo.captcha.api.events.SiteRetired;
import org.acides.hiboo.captcha.api.events.SiteSecretIssued;
import org.acides.hiboo.captcha.api.events.VendorKeysGiven;
import org.acides.hiboo.captcha.api.events.VendorKeysTakenBack;
import org.acides.hiboo.infrastructure.test.EventSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored once is read for ever; the samples are never edited. */
class SiteEventSamplesTest {

    static List<Class<?>> events() {
        return List.of(
                SiteRegistered.class,
                SiteConfigured.class,
                SiteSecretIssued.class,
                SiteRetired.class,
                DifficultyRaised.class,
                DifficultyLowered.class,
                QuestionWritten.class,
                QuestionWithdrawn.class,
                VendorKeysGiven.class,
                VendorKeysTakenBack.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleIsReadAndWrittenAsItWas(Class<?> type) throws IOException {
        EventSamples.isReadAndWrittenAsItWas(type);
    }
}

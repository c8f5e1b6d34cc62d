package org.acides.hiboo.webui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.acides.hiboo.webui.i18n.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SectionTest {

    @ParameterizedTest
    @CsvSource({
        "'', MEMBER",
        "/, MEMBER",
        "sessions, MEMBER",
        "administrators, MEMBER",
        "/admin, ADMINISTRATION",
        "/admin/services, ADMINISTRATION",
        "moderation/cases, MODERATION"
    })
    void aViewStandsInTheSectionOfItsAddress(String path, Section section) {
        assertThat(Section.of(path)).isEqualTo(section);
    }

    @ParameterizedTest
    @EnumSource
    void everySectionHasAName(Section section) {
        assertThat(Bundle.english("webui")).containsKey(section.key());
    }

    @ParameterizedTest
    @EnumSource
    void everyBrightnessHasAName(Brightness brightness) {
        assertThat(Bundle.english("webui")).containsKey(brightness.key());
    }
}

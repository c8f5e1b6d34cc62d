package org.acides.hiboo.captcha.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hiboo asks a vendor, and what it makes of silence. */
class VendorCallTest {

    private final VendorCall call = new VendorCall(Duration.ofMillis(700));
    private VendorServer vendor;

    @BeforeEach
    void open() throws IOException {
        vendor = new VendorServer();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void aTokenIsAskedAboutWithoutAWordOnTheVisitor() {
        assertThat(ask("/siteverify", VendorServer.TOKEN)).isTrue();
        assertThat(vendor.asked())
                .containsExactly(Map.of("secret", VendorServer.SECRET, "response", VendorServer.TOKEN));
        assertThat(ask("/siteverify", VendorServer.TOKEN)).isFalse();
        assertThat(ask("/siteverify", "a+b&c=d é")).isFalse();
        assertThat(vendor.asked().getLast()).containsEntry("response", "a+b&c=d é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/endless", "/broken", "/elsewhere", "/unknown"})
    void aVendorThatGivesNoSensibleAnswerInTimeIsBusy(String path) {
        busy(vendor.at(path));
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void aVendorThatIsNotThereIsBusy() {
        URI gone = vendor.at("/siteverify");
        vendor.close();
        busy(gone);
    }

    private void busy(URI address) {
        assertThatThrownBy(() -> call.verify(address, VendorServer.SECRET, VendorServer.TOKEN))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("busy"));
    }

    private boolean ask(String path, String token) {
        return call.verify(vendor.at(path), VendorServer.SECRET, token)
                .path("success")
                .booleanValue();
    }
}

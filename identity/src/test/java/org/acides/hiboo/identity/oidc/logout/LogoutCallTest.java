package org.acides.hiboo.identity.oidc.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.acides.hiboo.identity.oidc.logout.LogoutCall.Outcome;
import org.junit.jupiter.api.Test;

class LogoutCallTest {

    private static final String TOKEN = "e30.e30.x";

    @Test
    void thisMachineAndItsNetworkAreNotCalledUnlessTheOperatorSaysSo() {
        try (Listener listener = new Listener()) {
            LogoutCall careful = new LogoutCall(false, Duration.ofSeconds(1));
            assertThat(careful.bring(listener.address().uri(), TOKEN)).isEqualTo(Outcome.UNREACHABLE);
            assertThat(careful.bring(URI.create("https://169.254.169.254/"), TOKEN))
                    .isEqualTo(Outcome.UNREACHABLE);
            assertThat(listener.heard()).isEmpty();
            LogoutCall bold = new LogoutCall(true, Duration.ofSeconds(1));
            assertThat(bold.bring(listener.address().uri(), TOKEN)).isEqualTo(Outcome.TOLD);
        }
    }

    @Test
    void theStatusSaysWhetherToTryAgain() {
        LogoutCall call = new LogoutCall(true, Duration.ofSeconds(5));
        try (Listener listener = new Listener()) {
            for (int told : new int[] {200, 202, 204})
                assertThat(answered(call, listener, told)).isEqualTo(Outcome.TOLD);
            for (int refused : new int[] {400, 501})
                assertThat(answered(call, listener, refused)).isEqualTo(Outcome.REFUSED);
            for (int later : new int[] {302, 401, 404, 429, 500, 502, 503, 504})
                assertThat(answered(call, listener, later)).isEqualTo(Outcome.UNREACHABLE);
        }
    }

    private static Outcome answered(LogoutCall call, Listener listener, int status) {
        listener.answers(status);
        return call.bring(listener.address().uri(), TOKEN);
    }

    @Test
    void whoeverNeverAnswersIsNotWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            assertThat(new LogoutCall(true, Duration.ofMillis(300)).bring(address, TOKEN))
                    .isEqualTo(Outcome.UNREACHABLE);
        }
        assertThat(new LogoutCall(true, Duration.ofSeconds(1)).bring(URI.create("http://127.0.0.1:9/"), TOKEN))
                .isEqualTo(Outcome.UNREACHABLE);
    }
}

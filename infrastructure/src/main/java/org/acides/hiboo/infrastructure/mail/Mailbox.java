package org.acides.hiboo.infrastructure.mail;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the letters of an instance without an SMTP server, one-time links and all: to the machine that it runs on and
 * to nobody else, not even through a proxy on that machine nor by a name that leads there.
 */
@RestController
@Conditional(WithSmtp.Not.class)
class Mailbox {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final List<String> PROXIED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final Outbox outbox;

    Mailbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/mailbox")
    ResponseEntity<String> show(HttpServletRequest request) throws UnknownHostException {
        if (!isHere(request)) return ResponseEntity.notFound().build();
        List<MailboxPage.Shown> letters = outbox.newest(Outbox.SHOWN, MailConfiguration.SHOWN_AT_MOST).stream()
                .flatMap(letter ->
                        outbox.open(letter).stream().map(mail -> new MailboxPage.Shown(letter.postedAt(), mail)))
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", MailboxPage.POLICY)
                .header("Referrer-Policy", "no-referrer")
                .body(new MailboxPage(request.getLocale()).html(letters));
    }

    private static boolean isHere(HttpServletRequest request) throws UnknownHostException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))
                && PROXIED.stream().noneMatch(header -> request.getHeader(header) != null);
    }
}

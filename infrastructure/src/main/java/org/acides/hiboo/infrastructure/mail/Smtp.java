package org.acides.hiboo.infrastructure.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Hands letters to the configured server, one connection each. */
final class Smtp {

    private static final String TIMEOUT_MS = "15000";

    private final SmtpServer server;
    private final Session session;
    private final Clock clock;
    private final InternetAddress from;

    /** @throws IllegalArgumentException when the sender's address is none */
    Smtp(SmtpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.session = Session.getInstance(properties(server));
        try {
            from = new InternetAddress(server.from(), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("hiboo.smtp.from is no mail address: " + e.getMessage(), e);
        }
    }

    private static Properties properties(SmtpServer server) {
        Properties all = new Properties();
        all.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
        all.put("mail.smtp.timeout", TIMEOUT_MS);
        all.put("mail.smtp.writetimeout", TIMEOUT_MS);
        all.put("mail.smtp.auth", Boolean.toString(server.authenticates()));
        all.put("mail.smtp.localhost", server.exists() ? server.domain() : "localhost");
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.enable", Boolean.toString(server.tls() == SmtpServer.Tls.TLS));
        boolean upgrade = server.tls() == SmtpServer.Tls.STARTTLS;
        all.put("mail.smtp.starttls.enable", Boolean.toString(upgrade));
        all.put("mail.smtp.starttls.required", Boolean.toString(upgrade));
        if (server.authorities() != null) {
            all.put("mail.smtp.ssl.socketFactory", vouchedForBy(server.authorities()));
            // Else whom these do not vouch for is tried once more with those of the JVM.
            all.put("mail.smtp.socketFactory.fallback", "false");
        }
        return all;
    }

    private static SSLSocketFactory vouchedForBy(Path authorities) {
        try {
            PemSslStoreDetails trusted =
                    PemSslStoreDetails.forCertificates(authorities.toUri().toString());
            return SslBundle.of(new PemSslStoreBundle((PemSslStoreDetails) null, trusted))
                    .createSslContext()
                    .getSocketFactory();
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new CannotStart("hiboo.smtp.authorities: no certificates in PEM can be read from " + authorities, e);
        }
    }

    void send(UUID letter, OpenMail mail) throws Undelivered {
        try {
            MimeMessage message = compose(letter, mail);
            Address[] to = message.getAllRecipients();
            try (Transport transport = session.getTransport("smtp")) {
                connect(transport);
                transport.sendMessage(message, to);
            }
        } catch (AddressException e) {
            throw new Undelivered("not a mail address", true);
        } catch (MessagingException e) {
            int reply = reply(e);
            String answer = reply > 0 ? "SMTP reply " + reply : e.getClass().getSimpleName();
            throw new Undelivered(answer, reply >= 500 && reply < 600);
        }
    }

    /** Nobody's address is in play yet: what went wrong can be told as it is. */
    private void connect(Transport transport) throws Undelivered {
        boolean named = server.authenticates();
        try {
            transport.connect(
                    server.host(),
                    server.portOrUsual(),
                    named ? server.username() : null,
                    named ? server.password() : null);
        } catch (AuthenticationFailedException e) {
            throw new Undelivered("the server refused our name and password", false);
        } catch (MessagingException e) {
            throw new Undelivered(
                    e.getMessage()
                            + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()),
                    false);
        }
    }

    /** Made by a machine and to be answered by none (RFC 3834); the name of this host stays out of it. */
    private MimeMessage compose(UUID letter, OpenMail mail) throws MessagingException {
        String id = "<" + letter + "@" + server.domain() + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(mail.text(), "UTF-8");
        message.saveChanges();
        return message;
    }

    /** The reply that refused: of the address first, then of the sender or the whole. */
    private static int reply(MessagingException failure) {
        int found = 0;
        for (Exception at = failure; at != null; at = at instanceof MessagingException m ? m.getNextException() : null)
            found = switch (at) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException whole -> found > 0 ? found : whole.getReturnCode();
                default -> found;
            };
        return found;
    }
}

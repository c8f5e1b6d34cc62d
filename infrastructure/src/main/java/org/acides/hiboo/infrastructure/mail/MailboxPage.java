package org.acides.hiboo.infrastructure.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.springframework.web.util.HtmlUtils;

/** The letters as a page without scripts, in the reader's language. */
final class MailboxPage {

    record Shown(Instant at, OpenMail mail) {}

    private static final String STYLE = """
            :root{color-scheme:light dark;--paper:#f7f4ee;--card:#fff;--ink:#23201c;--soft:#665f57;--line:#e2dbd0;--accent:#2f5d50;--note:#efeadf}
            @media(prefers-color-scheme:dark){:root{--paper:#171513;--card:#211e1b;--ink:#f2eee8;--soft:#b3aa9f;--line:#38332e;--accent:#8fcbb8;--note:#2b2723}}
            body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
            main{max-width:42rem;margin:0 auto;padding:2rem 1.25rem}
            h1{font-size:1.5rem;line-height:1.25}h2{margin:0 0 .25rem;font-size:1.1rem}
            .warning{border-inline-start:4px solid #b45309;border-radius:12px;background:var(--note);padding:.85rem 1rem}
            article{border:1px solid var(--line);border-radius:20px;background:var(--card);padding:1.4rem;margin:1rem 0}
            article p{margin:0;color:var(--soft);overflow-wrap:anywhere}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:1rem 0 0}
            a{color:var(--accent);text-underline-offset:.18em}
            :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
            """;
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; frame-ancestors 'none'; base-uri 'none'";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private final Locale locale;
    private final ResourceBundle words;

    MailboxPage(Locale reader) {
        words = ResourceBundle.getBundle(
                "messages/mailbox",
                reader,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        locale = words.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : words.getLocale();
    }

    String html(List<Shown> letters) {
        StringBuilder page = new StringBuilder(
                """
                <!doctype html><html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title>
                <style>%s</style></head><body><main><h1>%s</h1><p class="warning" role="note">%s</p>
                """.formatted(locale.getLanguage(), word("title"), STYLE, word("title"), word("warning")));
        if (letters.isEmpty()) page.append("<p>").append(word("empty")).append("</p>");
        letters.forEach(letter -> page.append(article(letter)));
        return page.append("</main></body></html>\n").toString();
    }

    private String article(Shown letter) {
        String at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(letter.at().atOffset(ZoneOffset.UTC));
        return """
                <article><h2>%s</h2><p>%s <strong>%s</strong> · <time datetime="%s">%s UTC</time></p><pre>%s</pre></article>
                """.formatted(
                        HtmlUtils.htmlEscape(letter.mail().subject()),
                        word("to"),
                        HtmlUtils.htmlEscape(letter.mail().to()),
                        letter.at(),
                        at,
                        linked(letter.mail().text()));
    }

    /** The text with every character inert, and its web addresses, and no other scheme's, made links. */
    static String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int done = 0;
        for (; link.find(); done = link.end()) {
            String address = HtmlUtils.htmlEscape(link.group(), "UTF-8");
            html.append(HtmlUtils.htmlEscape(text.substring(done, link.start()), "UTF-8"))
                    .append("<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(address, address));
        }
        return html.append(HtmlUtils.htmlEscape(text.substring(done), "UTF-8")).toString();
    }

    private String word(String key) {
        return HtmlUtils.htmlEscape(words.getString(key), "UTF-8");
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

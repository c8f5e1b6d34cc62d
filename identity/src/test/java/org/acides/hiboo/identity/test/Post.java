package org.acides.hiboo.identity.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Keeps every letter that is posted, for tests to open. */
@Component
@Primary
public class Post implements Mailer {

    private static final Pattern PATH = Pattern.compile("http://[^/\\s]+(/\\S+)");

    private final List<OpenMail> letters = new CopyOnWriteArrayList<>();

    @Override
    public void post(OpenMail mail) {
        letters.add(mail);
    }

    public List<OpenMail> to(String address) {
        return letters.stream().filter(letter -> letter.to().equals(address)).toList();
    }

    /** The path of the link in the newest letter to an address. */
    public String link(String address) {
        Matcher link = PATH.matcher(to(address).getLast().text());
        if (!link.find()) throw new AssertionError("no link to " + address);
        return link.group(1);
    }
}

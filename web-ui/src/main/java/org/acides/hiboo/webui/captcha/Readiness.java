package org.acides.hiboo.webui.captcha;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.api.queries.FindQuestions;
import org.acides.hiboo.captcha.api.queries.FindVendorKeys;
import org.acides.hiboo.captcha.api.queries.QuestionRow;
import org.acides.hiboo.captcha.api.queries.VendorKeysRow;
import org.acides.hiboo.webui.asking.Answers;

/**
 * What a site has for kinds that need more than to be accepted.
 *
 * @param questions whether any is written
 * @param vendors kinds of those that it has keys of
 */
record Readiness(boolean questions, Set<String> vendors) {

    /** Of a site that is not registered yet. */
    static final Readiness NONE = new Readiness(false, Set.of());

    private static final Set<String> WORK = Set.of("pow", "pow-argon2");
    private static final Set<String> PLAIN = Set.of("image", "audio", "question");

    /** Whom a choice of kinds leaves out, or what it lacks. @param key of the words @param kind that it is about, or empty */
    record Warning(String key, String kind) {}

    static Readiness of(SiteId site, Answers answers) {
        return new Readiness(
                !answers.all(new FindQuestions(site), QuestionRow.class).isEmpty(),
                answers.all(new FindVendorKeys(site), VendorKeysRow.class).stream()
                        .map(row -> row.vendor().kind())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a kind is posed once it is accepted. */
    boolean has(String kind) {
        if (kind.equals("question")) return questions;
        return Vendor.of(kind).isEmpty() || vendors.contains(kind);
    }

    /** None of nothing: that is refused. */
    List<Warning> warnings(Collection<String> accepted) {
        List<Warning> warnings = new ArrayList<>();
        if (accepted.isEmpty()) return warnings;
        if (accepted.stream().noneMatch(WORK::contains)) warnings.add(new Warning("captcha.warn.work", ""));
        if (accepted.stream().filter(this::has).noneMatch(PLAIN::contains))
            warnings.add(new Warning("captcha.warn.script", ""));
        Kinds.inOrder(List.copyOf(accepted)).stream()
                .filter(kind -> !has(kind))
                .map(kind ->
                        new Warning(kind.equals("question") ? "captcha.warn.question" : "captcha.warn.vendor", kind))
                .forEach(warnings::add);
        return warnings;
    }
}

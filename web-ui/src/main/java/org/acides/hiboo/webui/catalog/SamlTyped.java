package org.acides.hiboo.webui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Consumer;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Logout;
import org.jspecify.annotations.Nullable;

/** What people type about a service provider, as the catalogue's values want it, and back. */
final class SamlTyped {

    private SamlTyped() {}

    /** One a line: an address, and after a space its number; without one, the line's own, from 0. */
    static List<Consumer> consumers(String text) {
        List<Consumer> all = new ArrayList<>();
        for (String line : Typed.lines(text)) {
            String[] parts = line.split("\\s+");
            boolean numbered = parts.length == 2 && parts[1].matches("[0-9]{1,5}");
            if (parts.length > 1 && !numbered) throw new MalformedField("consumers", "an address, a space, a number");
            all.add(new Consumer(
                    Typed.address("consumers", parts[0]), numbered ? Integer.parseInt(parts[1]) : all.size()));
        }
        return all;
    }

    static String text(List<Consumer> consumers) {
        return consumers.stream()
                .map(each -> each.address() + " " + each.index())
                .collect(Collectors.joining("\n"));
    }

    /** @param answers empty for the same address */
    static @Nullable Logout logout(Binding binding, String address, String answers) {
        if (address.isBlank()) return null;
        return new Logout(
                binding,
                Typed.address("logout", address),
                Typed.address("logout", answers.isBlank() ? address : answers));
    }
}

package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.webui.i18n.Words;

/** Scopes to choose from, and whichever else are typed. */
class ScopesField extends MultiSelectComboBox<String> {

    ScopesField() {
        super(Words.of("client.scopes"));
        setHelperText(Words.of("client.scopes.help"));
        setItems(new TreeSet<>(OidcClient.SCOPES));
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> {
            Set<String> chosen = new HashSet<>(getValue());
            chosen.add(typed.getDetail().strip());
            show(chosen);
        });
    }

    void show(Set<String> chosen) {
        Set<String> known = new TreeSet<>(OidcClient.SCOPES);
        known.addAll(chosen);
        setItems(known);
        setValue(chosen);
    }
}

package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import org.acides.hiboo.catalog.api.commands.StoreLogo;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;

/** A picture; the value is the name under which it is stored, or empty for none. */
class LogoField extends CustomField<String> {

    private static final int MOST_BYTES = 256 * 1024;

    private final AdminActs acts;
    private final Div preview = new Div();
    private final Button remove = new Button();
    private final Upload upload;
    private String logo = "";

    LogoField(AdminActs acts) {
        super("");
        this.acts = acts;
        setLabel(Words.of("service.logo"));
        setHelperText(Words.of("service.logo.help"));
        setManualValidation(true);
        upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> store(bytes)));
        upload.setAcceptedMimeTypes("image/png", "image/jpeg", "image/webp");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setDropAllowed(true);
        upload.setUploadButton(new Button(Words.of("service.logo.choose")));
        upload.setDropLabel(new com.vaadin.flow.component.html.Span(Words.of("service.logo.drop")));
        upload.addFileRejectedListener(rejected -> wrong(Words.of("service.logo.rejected")));
        remove.setText(Words.of("service.logo.remove"));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.addClickListener(click -> take(""));
        Div row = new Div(preview, upload, remove);
        row.addClassName("logo-field");
        add(row);
        show();
    }

    private void store(byte[] bytes) {
        try {
            take(acts.send(new StoreLogo(bytes)));
        } catch (Refused refused) {
            wrong(Words.of(refused));
        } finally {
            upload.clearFileList();
        }
    }

    private void take(String stored) {
        setInvalid(false);
        logo = stored;
        show();
        updateValue();
    }

    private void wrong(String words) {
        setErrorMessage(words);
        setInvalid(true);
    }

    private void show() {
        preview.removeAll();
        Component face = ServiceFace.logo(logo.isEmpty() ? null : logo, "?");
        face.addClassName("large");
        preview.add(face);
        remove.setVisible(!logo.isEmpty() && !isReadOnly());
        upload.setVisible(!isReadOnly());
    }

    @Override
    protected String generateModelValue() {
        return logo;
    }

    @Override
    protected void setPresentationValue(String value) {
        logo = value;
        show();
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        show();
    }
}

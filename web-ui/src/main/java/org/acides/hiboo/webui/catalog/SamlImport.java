package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.acides.hiboo.identity.api.queries.ReadSamlMetadata;
import org.acides.hiboo.identity.api.queries.SamlMetadata;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.shell.Notices;

/** Takes an application's metadata, pasted or as a file, and hands on what it says. */
class SamlImport extends Div {

    private static final int MOST_BYTES = 512 * 1024;

    private final TextArea pasted = new TextArea(Words.of("saml.import"));
    private final Upload upload;
    private final Answers answers;
    private final Consumer<SamlMetadata> reader;

    SamlImport(Answers answers, Consumer<SamlMetadata> reader) {
        this.answers = answers;
        this.reader = reader;
        addClassName("saml-import");
        pasted.setHelperText(Words.of("saml.import.help"));
        pasted.setPlaceholder("<EntityDescriptor …");
        pasted.setMinRows(3);
        pasted.setMaxRows(8);
        pasted.setMaxLength(MOST_BYTES);
        pasted.setWidthFull();
        pasted.setManualValidation(true);
        upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> uploaded(bytes)));
        upload.setAcceptedMimeTypes("application/xml", "text/xml");
        upload.setAcceptedFileExtensions(".xml");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new Button(Words.of("saml.import.choose")));
        upload.setDropLabel(new Span(Words.of("saml.import.drop")));
        upload.addFileRejectedListener(rejected -> wrong(Words.of("saml.import.rejected")));
        Button read = new Button(
                Words.of("saml.import.do"), click -> read(pasted.getValue().getBytes(StandardCharsets.UTF_8)));
        Div row = new Div(read, upload);
        row.addClassName("inline-form");
        add(pasted, row);
    }

    private void uploaded(byte[] bytes) {
        try {
            read(bytes);
        } finally {
            upload.clearFileList();
        }
    }

    private void read(byte[] xml) {
        pasted.setInvalid(false);
        try {
            answers.find(new ReadSamlMetadata(xml), SamlMetadata.class).ifPresent(read -> {
                reader.accept(read);
                pasted.clear();
                Notices.done("saml.import.done");
            });
        } catch (Refused refused) {
            wrong(Words.of(refused));
        }
    }

    private void wrong(String words) {
        pasted.setErrorMessage(words);
        pasted.setInvalid(true);
    }
}

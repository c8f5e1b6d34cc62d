package org.acides.hiboo.webui.preview;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.SetProfilePolicy;
import org.acides.hiboo.catalog.api.commands.SetUsernameRules;
import org.acides.hiboo.catalog.api.commands.StoreLogo;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** A handful of services, one of each policy. */
@Component
class Community implements ApplicationRunner {

    private static final Actor ACTOR = Actor.system("preview");

    private final Commands commands;

    Community(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        open("mastodon", "Mastodon", "Réseau social", "Micro-blog fédéré, chronologique et sans publicité.", 0x6364ff);
        open("peertube", "PeerTube", "Vidéo", "Les vidéos de la communauté, regardées de proche en proche.", 0xf1680d);
        open("wiki", "Wiki", "Documentation", "Ce que la communauté sait, écrit à plusieurs mains.", 0);
        open(
                "matrix",
                "Matrix",
                "Messagerie",
                "Salons de discussion chiffrés, avec Element dans le navigateur.",
                0x0dbd8b);
        open(
                "nextcloud",
                "Nextcloud",
                "Fichiers et agendas",
                "Fichiers, agendas et contacts, partagés ou non.",
                0x0082c9);
        open(
                "conseil",
                "Salon du conseil",
                "Vie associative",
                "Où le conseil d’administration prépare ses réunions.",
                0);
        policy("mastodon", ProfilePolicy.OPEN, 3);
        policy("peertube", ProfilePolicy.BURST, 2);
        policy("wiki", ProfilePolicy.OPEN, 1);
        policy("nextcloud", ProfilePolicy.MANAGED, 1);
        policy("conseil", ProfilePolicy.RESERVED, 1);
        UsernameRules usual = UsernameRules.DEFAULT;
        commands.send(
                new SetUsernameRules(id("mastodon"), new UsernameRules(usual.pattern(), 3, 30, usual.reserved(), true)),
                ACTOR);
    }

    static ServiceId id(String slug) {
        return new ServiceId(UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.UTF_8)));
    }

    private void open(String slug, String name, String category, String summary, int colour) {
        String logo = colour == 0 ? null : commands.send(new StoreLogo(picture(colour)), ACTOR);
        URI address = URI.create("https://" + slug + ".hulotte.example/");
        commands.send(
                new RegisterService(
                        id(slug), slug, new ServiceDescription(name, summary, address, category, logo, null)),
                ACTOR);
        commands.send(new OpenService(id(slug)), ACTOR);
    }

    private void policy(String slug, ProfilePolicy policy, int quota) {
        commands.send(new SetProfilePolicy(id(slug), policy, quota), ACTOR);
    }

    private static byte[] picture(int colour) {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(colour));
        pen.fillRect(0, 0, 64, 64);
        pen.setColor(Color.WHITE);
        pen.fillOval(18, 18, 28, 28);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

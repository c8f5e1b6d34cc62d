package org.acides.hiboo.catalog.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where applications register themselves (RFC 7591 §3), and look after themselves (RFC 7592 §2). Nobody does without a token. */
@RestController
@RequestMapping("/connect/register")
class RegistrationEndpoint {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Registrar registrar;
    private final PublicAddress address;

    RegistrationEndpoint(Registrar registrar, PublicAddress address) {
        this.registrar = registrar;
        this.address = address;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> register(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody String body) {
        Optional<String> token = token(authorization);
        if (token.isEmpty()) return unknown();
        return registrar
                .register(token.get(), fields(body))
                .<ResponseEntity<?>>map(told -> answer(told, HttpStatus.CREATED))
                .orElseGet(RegistrationEndpoint::unknown);
    }

    @GetMapping("/{client}")
    ResponseEntity<?> read(
            @PathVariable("client") String client,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return token(authorization)
                .flatMap(token -> registrar.read(client, token))
                .<ResponseEntity<?>>map(told -> answer(told, HttpStatus.OK))
                .orElseGet(RegistrationEndpoint::unknown);
    }

    @PutMapping(path = "/{client}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> replace(
            @PathVariable("client") String client,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody String body) {
        Optional<String> token = token(authorization);
        if (token.isEmpty()) return unknown();
        return registrar
                .replace(client, token.get(), fields(body))
                .<ResponseEntity<?>>map(told -> answer(told, HttpStatus.OK))
                .orElseGet(RegistrationEndpoint::unknown);
    }

    @DeleteMapping("/{client}")
    ResponseEntity<?> remove(
            @PathVariable("client") String client,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return token(authorization)
                .flatMap(token -> registrar.remove(client, token))
                .<ResponseEntity<?>>map(
                        gone -> ResponseEntity.status(gone ? HttpStatus.NO_CONTENT : HttpStatus.FORBIDDEN)
                                .cacheControl(CacheControl.noStore())
                                .build())
                .orElseGet(RegistrationEndpoint::unknown);
    }

    @ExceptionHandler
    ResponseEntity<?> refused(RegistrationError error) {
        return error(error.error(), error.description());
    }

    /** A rule of the catalogue's. */
    @ExceptionHandler
    ResponseEntity<?> refused(Refused refused) {
        return error("invalid_client_metadata", refused.code());
    }

    private static ResponseEntity<?> error(String error, String description) {
        return ResponseEntity.badRequest()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", error, "error_description", description));
    }

    private ResponseEntity<?> answer(Registrar.Told told, HttpStatus status) {
        Map<String, Object> body = new LinkedHashMap<>(told.metadata());
        body.put("registration_access_token", told.token());
        body.put("registration_client_uri", address.link("/connect/register/" + told.clientId()));
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    /** RFC 6750 §3.1: the same whether there is no token, no such client, or another's token. */
    private static ResponseEntity<?> unknown() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", "invalid_token"));
    }

    private static Optional<String> token(@Nullable String authorization) {
        boolean bearer = authorization != null
                && authorization.length() <= LONGEST
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? Optional.of(authorization.substring(BEARER.length()).strip()) : Optional.empty();
    }

    private static Fields fields(String body) {
        try {
            return new Fields(JSON.readTree(body));
        } catch (JacksonException malformed) {
            throw RegistrationError.metadata("no JSON");
        }
    }
}

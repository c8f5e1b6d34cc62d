package org.acides.hiboo.captcha.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whatever else is asked for below {@code /captcha}. Left to the application around, it would come to the screens, which start
 * a session for whoever comes, with a cookie.
 */
@RestController
class Nowhere {

    @RequestMapping("/captcha/**")
    ResponseEntity<?> nothing() {
        return Problems.of(HttpStatus.NOT_FOUND, "path", "There is nothing here.");
    }
}

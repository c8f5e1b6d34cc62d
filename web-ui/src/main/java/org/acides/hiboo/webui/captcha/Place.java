package org.acides.hiboo.webui.captcha;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Where applications ask. Made for the first screen that tells it, as screens are.
 *
 * @param address public one of this instance, without a slash at its end
 * @param demo whether there is a form to try the widget on
 */
@Component
@Lazy
record Place(
        @Value("${hiboo.address}") String address,
        @Value("${hiboo.demo:false}") boolean demo) {}

package org.acides.hiboo.captcha.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a visitor is. @param kind null for the first that goes */
record Visit(
        String sitekey,
        String action,
        String cdata,
        @Nullable String kind,
        Words words) {

    ModelAndView page(String view) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("words", words);
        page.addObject("sitekey", sitekey);
        page.addObject("action", action);
        page.addObject("cdata", cdata);
        return page;
    }

    /** The same page in the other language. */
    String elsewhere(@Nullable String posed) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/captcha/manual")
                .queryParam("sitekey", "{sitekey}")
                .queryParam("action", "{action}")
                .queryParam("cdata", "{cdata}")
                .queryParamIfPresent("kind", Optional.ofNullable(posed))
                .queryParam("lang", words.other());
        return address.encode().buildAndExpand(sitekey, action, cdata).toUriString();
    }
}

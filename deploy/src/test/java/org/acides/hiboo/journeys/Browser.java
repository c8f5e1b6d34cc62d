package org.acides.hiboo.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium, as one person holds it: a language, a size, light or dark. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();

    /** It warns of a protocol that journeys do not speak. Held, for a logger that nobody holds forgets its level. */
    private static final Logger CHROMIUM = Logger.getLogger("org.openqa.selenium.chromium");

    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        CHROMIUM.setLevel(Level.SEVERE);
        DEVTOOLS.setLevel(Level.SEVERE);
    }

    /** How the screen is held. */
    enum Screen {
        DESK(1280, 860),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open(Locale language, Screen screen, boolean dark) {
        ChromeOptions options = new ChromeOptions();
        Path chromium = Path.of("/usr/bin/chromium");
        if (Files.exists(chromium)) options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--window-size=" + screen.width + "," + screen.height);
        // A journey with TLS makes its own, for a day.
        options.setAcceptInsecureCerts(true);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language.toLanguageTag()));
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        Path driver = Path.of("/usr/bin/chromedriver");
        if (Files.exists(driver)) service.usingDriverExecutable(driver.toFile());
        Browser browser = new Browser(new ChromeDriver(service.build(), options));
        browser.resize(screen);
        browser.paint(dark);
        return browser;
    }

    void resize(Screen screen) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        screen.width,
                        "height",
                        screen.height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        screen == Screen.PHONE));
    }

    void paint(boolean dark) {
        Map<String, Object> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    void go(URI address) {
        driver.get(address.toString());
    }

    URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    /** A cookie that pages here would be sent, in whatever port of this host it was set. */
    Optional<Cookie> cookie(String name) {
        return Optional.ofNullable(driver.manage().getCookieNamed(name));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void type(String field, String text) {
        WebElement input = see(By.name(field));
        input.clear();
        input.sendKeys(text);
    }

    void click(String selector) {
        click(By.cssSelector(selector));
    }

    /** As soon as nothing lies over it: while a screen is being laid out, its menu may. */
    void click(By what) {
        waiting()
                .ignoring(ElementClickInterceptedException.class, StaleElementReferenceException.class)
                .until(any -> {
                    WebElement found =
                            ExpectedConditions.elementToBeClickable(what).apply(driver);
                    if (found == null) return false;
                    found.click();
                    return true;
                });
    }

    /** Clicks what shows these words: a link, a button, or a label. */
    void press(String words) {
        click(By.xpath("//*[self::a or self::button or self::label or self::vaadin-button or self::summary]"
                + "[contains(normalize-space(.), \"" + words + "\")]"));
    }

    WebElement see(By what) {
        return waiting().until(ExpectedConditions.elementToBeClickable(what));
    }

    void waitForText(String words) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), words));
    }

    void waitForPath(String path) {
        waiting().until(any -> address().getPath().equals(path));
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(100));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Keeps what is on the screen, for people to look at, under {@code target/screenshots}. */
    void photograph(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}

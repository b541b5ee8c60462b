/// Chromium without a window, and what it says while it shows a page.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// Where there is none the test is skipped; with VMMREF_TOOLS=required it fails.
record Browser(ChromeDriver driver) implements AutoCloseable {

    private static final Seq<Path> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of);
    private static final Logger    TALK     = Logger.getLogger("org.openqa.selenium");
    private static final Path      DRIVER   = Path.of("/usr/bin/chromedriver");
    private static final String    MISSING  = "no Chromium with its driver: install the packages chromium and chromium-driver";

    /// The share of light between text and what is behind it, the least of the whole page, by the formula of WCAG 2.
    private static final String CONTRAST = """
        (() => {
          const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
          const light = (color) => {
            const [r, g, b] = rgb(color).map((part) => part / 255).map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const behind = (element) => {
            for (let at = element; at; at = at.parentElement) {
              const color = getComputedStyle(at).backgroundColor;
              if (rgb(color).length < 4 || rgb(color)[3] > 0) return color;
            }
            return 'rgb(255, 255, 255)';
          };
          const texts = [...document.querySelectorAll('body *')].filter((element) => element.getClientRects().length > 0
            && [...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ''));
          return Math.min(...texts.map((element) => {
            const [dark, bright] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => a - b);
            return (bright + 0.05) / (dark + 0.05);
          }));
        })()""";

    /// Starts it with a profile in a folder.
    static Browser started(Path profile) {
        Option<Path> browser = BROWSERS.find(Files::isExecutable).filter(found -> Files.isExecutable(DRIVER));
        if (browser.isEmpty() && "required".equals(System.getenv("VMMREF_TOOLS"))) Assertions.fail(MISSING);
        Assumptions.assumeTrue(browser.isDefined(), MISSING);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get().toFile());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--window-size=1280,900", "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        TALK.setLevel(Level.SEVERE);
        return new Browser(new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(new File(DRIVER.toString())).build(), options));
    }

    /// Opens a file in a tab of its own, so that nothing remains of what an earlier page was shown with, and waits until it is all there.
    Browser open(Path file) {
        String before = driver.getWindowHandle();
        String tab = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        driver.switchTo().window(before).close();
        driver.switchTo().window(tab).get(file.toUri().toString());
        await("document.readyState === 'complete' && location.protocol === 'file:'");
        return this;
    }

    /// Gives the browser a command of its own protocol.
    void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    /// {@return what a script answers}
    Object ask(String script) {
        return driver.executeScript("return " + script);
    }

    /// Waits until a condition holds, for 30 seconds at most.
    void await(String condition) {
        for (int turn = 0; turn < 600 && !Boolean.TRUE.equals(ask(condition)); turn++) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        Assertions.assertEquals(true, ask(condition), condition);
    }

    /// {@return how many elements that a selector finds are seen}
    long seen(String selector) {
        return (Long) ask("[...document.querySelectorAll('" + selector + "')].filter(element => element.checkVisibility()).length");
    }

    /// {@return how many elements a selector finds}
    long there(String selector) {
        return (Long) ask("document.querySelectorAll('" + selector + "').length");
    }

    /// {@return the least contrast between a text that is seen and what is behind it, of the whole page}
    double contrast() {
        return ((Number) ask(CONTRAST)).doubleValue();
    }

    WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /// {@return what it wrote to its console since it was asked last}
    Seq<String> console() {
        return List.ofAll(driver.manage().logs().get(LogType.BROWSER)).map(entry -> entry.getMessage());
    }

    /// {@return the addresses that it asked for since it was asked last, but for files, data of the page, and its own empty page}
    Seq<String> requests() {
        return List.ofAll(driver.manage().logs().get(LogType.PERFORMANCE)).map(entry -> entry.getMessage())
            .filter(message -> message.contains("\"Network.requestWillBeSent\""))
            .map(message -> message.replaceAll("(?s).*?\"url\":\"([^\"]*)\".*", "$1"))
            .reject(address -> address.startsWith("file:") || address.startsWith("data:") || address.startsWith("chrome:"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}

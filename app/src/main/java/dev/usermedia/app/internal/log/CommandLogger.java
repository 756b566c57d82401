package dev.usermedia.app.internal.log;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes warnings and errors on, each as a line; what is less is not for the command's user. */
record CommandLogger(String getName, Consumer<String> warnings) implements System.Logger {
  @Override
  public boolean isLoggable(Level level) {
    return level.compareTo(Level.WARNING) >= 0 && level != Level.OFF;
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      String cause = thrown == null ? "" : String.valueOf(thrown.getMessage());
      warnings.accept(message == null ? cause : cause.isEmpty() ? message : message + ": " + cause);
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... parameters) {
    if (isLoggable(level) && format != null) {
      log(
          level,
          bundle,
          parameters == null || parameters.length == 0
              ? format
              : MessageFormat.format(format, parameters),
          (Throwable) null);
    }
  }
}

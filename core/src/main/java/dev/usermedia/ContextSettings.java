package dev.usermedia;

import java.util.Optional;

/** What a context was built with, for the steps that it runs; see {@link MediaContext.Builder}. */
record ContextSettings(
    String origin,
    MediaClock clock,
    DisplayPicker displayPicker,
    Optional<DisplayFocus> displayFocus,
    DevicePicker inputPicker,
    DevicePicker audioOutputPicker) {}

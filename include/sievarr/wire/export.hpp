#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/document/json_text.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/wire/show_object.hpp>

#include <optional>
#include <string>
#include <string_view>

/// The catalogue as a file: a header line, then a described show a line. wire::ShowReader reads it.
namespace sievarr::wire {

/// TVMaze's licence asks for this credit wherever its data go.
inline constexpr std::string_view export_source = "TVmaze, CC BY-SA 4.0";

/// The first line of an export. Without a time, equal catalogues give equal files.
inline void append_export_header(std::string& out, std::optional<Instant> written = {}) {
  out += '{';
  document::append_json_string(out, export_mark);
  out.append(":").append(to_text(export_version)).append(",\"source\":");
  document::append_json_string(out, export_source);
  if (written) {
    out += ",\"written\":";
    document::append_json_string(out, to_text(*written));
  }
  out += "}\n";
}

/// One show of an export, with its line feed.
inline void append_export_line(std::string& out, Show const& show) {
  derive::append_json(out, show);
  out += '\n';
}

}  // namespace sievarr::wire

# How every target of the project is built, and the libraries that they may use.

find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
set(Boost_NO_WARN_NEW_VERSIONS ON)  # CMake 3.25 is older than Boost 1.81
find_package(Boost 1.81 EXACT REQUIRED COMPONENTS program_options json)
find_package(PostgreSQL REQUIRED)  # libpq
find_package(SQLiteCpp REQUIRED)
find_package(TBB REQUIRED)
find_package(tomlplusplus REQUIRED)

# Flags shared by all targets; third parties come in as SYSTEM, so their headers stay quiet.
add_library(careerfacts_flags INTERFACE)
target_compile_options(careerfacts_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-align -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # GCC 12 warns of "literal" + std::string (bug 105651), and -Wnull-dereference of std::vector at -O3
if(CAREERFACTS_SANITIZE)
  target_compile_options(careerfacts_flags INTERFACE
    -fsanitize=${CAREERFACTS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)  # GCC 12 reports std::regex and std::function in instrumented code
  target_link_options(careerfacts_flags INTERFACE -fsanitize=${CAREERFACTS_SANITIZE})
endif()

# careerfacts_library(NAME HEADERS a.h … SOURCES a.cc … USES earlier folders … PRIVATE third parties …)
function(careerfacts_library name)
  cmake_parse_arguments(ARG "" "" "HEADERS;SOURCES;USES;PRIVATE" ${ARGN})
  set(target careerfacts_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(careerfacts::${name} ALIAS ${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ARG_HEADERS})
  list(TRANSFORM ARG_USES PREPEND careerfacts::)
  target_link_libraries(${target} PUBLIC ${ARG_USES} PRIVATE careerfacts_flags ${ARG_PRIVATE})
endfunction()

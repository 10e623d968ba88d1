# Completes commands, options and revisions of retort in fish: retort completion fish | source
function __retort_complete
    set -l words (commandline -opc)
    # A quote that is still open belongs to the shell; so does ~ before a name it has not run yet.
    set -l current (commandline -ct | string replace -r '^["\']' '')
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    type -q -- $program; or return
    set -e words[1]
    set -l found ($program __complete $words "$current" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c retort -k -f -a '(__retort_complete)'

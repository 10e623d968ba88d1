#compdef retort
# Completes commands, options and revisions of retort in zsh: source <(retort completion zsh), or this text as the file
# _retort in a folder of fpath.
_retort() {
    local line value program=${${(Q)words[1]}/#\~\//$HOME/}
    local -a candidates
    for line in "${(@f)$("$program" __complete "${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        value=${${line%%$'\t'*}//:/\\:}
        if [[ $line == *$'\t'* ]]; then
            candidates+=("$value:${line#*$'\t'}")
        else
            candidates+=("$value")
        fi
    done
    if (( $#candidates )); then
        _describe -V retort candidates
    else
        _files
    fi
}
if [[ ${funcstack[1]} == _retort ]]; then
    _retort "$@"
else
    compdef _retort retort
fi
